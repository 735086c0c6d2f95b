/** First names that people in Ontario have often, without accents and in lower case: they are names wherever they stand. */
const listed = `
aaron abdi abdul abdullah abigail adam adele adrian agatha agnes ahmad ahmed aisha alain alan albert alejandro alex alexander
alexandra alexandre alexis ali alice alicia allan allison alyssa amanda amelia amelie amina amir amit amy ana andre andrea andrew
andrzej angela anil anita ann anna anne annie anthony antoine antonio arjun arlene arnold arthur asha ashley audrey aurelie
barbara beatrice ben benjamin benoit bernard bertha beth betty bill billy bob bonnie boris brandon brenda brian bridget bruce
calvin camille carl carla carlos carmen carol carole caroline catherine cathy cecile cedric celine chad chantal charles charlotte
chen cheryl chloe chris christian christina christine christopher cindy claire clara claude claudette claudia clement colette
colin colleen connie craig cynthia dale damien dan daniel danielle david dawn debbie deborah denis denise dennis derek devon
diana diane dieudonne dominique don donald donna dora doreen doris dorothea dorothy doug douglas duncan dylan earl ed eddie edith
edmond edna edward eileen elaine eleanor elena eli elise elizabeth ella ellen eloise elsie emily emma emmanuel eric erica erin
ernest esther ethan eugene eva evelyn farah fatima fatoumata felix fernand fernande florence france frances francesca francis
franck francois francoise frank fred frederic gabriel gabrielle gail gary gaston genevieve geoffrey george georges gerald gerard
germaine ghislaine gilbert gilles ginette gisele giuseppe gladys glen glenn gloria gord gordon grace graham greg gregory guy
guylaine gwen hannah hans harjit harold harpreet harriet harry hassan hazel heather hector helen helene henri henry herbert
hodan howard hubert hugo ian ibrahim ida imran ines ingrid irene iris isaac isabelle isaiah ivan jack jackie jacob jacqueline
jacques jake james jamie jane janet janice jasmine jason jean jeanne jeannine jeff jeffrey jennifer jenny jeremy jerome jerry
jessica jill jim joan joanne jocelyne joe joel johanne john johnny jonathan jordan jose josee joseph josephine josh joshua
joyce juan judith judy julia julian julie juliette june justin kai karen karim karin karine karl kate katherine kathleen kathryn
kathy kayla keith kelly ken kenneth kenji kevin khadija kim kimberly kiran kris krystal kyle larry laura lauren laurie laurent
lea leah leo leon leonard leslie lillian lily linda line lisa lise lloyd lois lorna lorraine louis louise luc lucas lucia lucie
lucien lucille lucy luis luke lydia lynn lynne madeleine magda mahmoud manon marc marcel marcus margaret maria mariam marie
marilyn marina mario marion marjorie mark marlene martha martin martine marvin mary mathieu mathilde mathis matthew maureen
maurice max maxime megan mei melanie melissa mercedes michael michel michele michelle miguel mike mildred ming mireille miriam
mohamed mohammad mohammed monica monique morgan moshe muhammad murray myriam nadia nadine nancy naomi natalia natalie natasha
nathalie nathan neil nelson nicholas nicolas nicole nina noah noel noemie nora norm norma norman odette olga oliver olivia
olivier omar oscar pamela parveen pascal patricia patrick patrice paul paula paulette pauline pedro peggy penelope peter petra
phil philip philippe phyllis pierre pierrette priya rachel rahim raj rajesh ralph ramesh ramona randy raphael ray raymond
rebecca regina rejean remi rene renee rhonda richard rick rita rob robert roberta robin roger roland roman ron ronald ronan
rosa rosalie rosalind rose rosemary roxanne roy russell ruth ryan sabrina sally sam samantha samir samira samuel sandra sanjay
sara sarah scott sean sebastien serge shanice shannon sharon shawn sheila shelley sherry shirley simon simone siobhan sofia
solange sonia sophia sophie stacey stan stanley stella stephane stephanie stephen steve steven stuart sue suresh susan suzanne
svetlana sylvain sylvia sylvie tammy tamara tania tanya tariq tatiana ted teresa terry thanh theo theodore theresa therese
thibault thomas tiffany tim timothy tina todd tom tony tracey tracy trevor trudy tyler tyrone ursula valerie vanessa vera
vernon veronica veronique vicky victor victoria vincent viola virginia vivian vladimir walt walter wanda warren wayne wendy wes
wilfred will william winifred xavier yasmin yolande yusuf yvan yves yvette yvon yvonne zachary zainab zoe
`;

export const givenNames: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));
