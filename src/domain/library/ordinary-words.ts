/**
 * Words with a capital that name nobody: how sentences begin, medicines, tests, signs called after those who found them, peoples
 * and languages. Without accents and in lower case.
 */
const listed = `
abrysvo asymptomatic bernese bicillin biktarvy boostrix claudication cryotherapy cystatine cystatin depo-provera ebstein leiden
fibroscan fleischner haitian-canadian house-brackmann lempert loa nutramigen projectile vomiting prevnar recombivax rinne
schirmer shingrix sinemet strongyloides gufoni vyvanse wolff-parkinson-white worked hb hct hgb hallucinations nocturnes temporal
prednisone eylea lucentis entresto jardiance ozempic humira enbrel remicade stelara dupixent prolia xarelto eliquis pradaxa
lovenox fragmin synthroid eltroxin tecfidera gilenya tysabri ocrevus botox mirena nexplanon kyleena suboxone sublocade vivitrol
champix concerta biphentin strattera lamictal keppra depakene dilantin tegretol seroquel abilify invega clozaril lithane
wellbutrin effexor cymbalta zoloft cipralex celexa prozac remeron trazodone babinski phalen tinel spurling ortolani brudzinski
kernig mcburney rovsing trousseau chvostek raynaud sjogren behcet wegener marfan ehlers-danlos klinefelter peyronie dupuytren
legg-calve-perthes osgood-schlatter charcot merkel breslow bosniak balthazar ranson child-pugh bethesda tirads birads agatston
a about access accidental acne act active acute add addition address adjust admission adult advice advise advisable after again
age aged agree ah all allergic allergies allergy alone already also alternative alternatives although am an and annual anxiety
any apart appeal appreciated april are arm as ask asks assess assessment asthma at audiogram august avoid aware back bariatric
based be because bed been before being benefit best better beyond bilateral biopsy biologic bipolar blood bloods bmi body bone
both brace breast breastfeeding brief brother but by call called can cancer candidate cannot card cardiology care caregiver case
cause caution cc cell centre change changes chart check chest child children chronic claim clear clinic clinical colleague
colonoscopy come common complains concern concession confirm consider consult consultation contact continue contraception cough
could criteria cultures current currently cut daily dated daughter day days deaf dear decision decrease dementia depression
dermatology diabetes diabetic diagnosis dialysis dictated did diet difficulty discharge discharged discuss do doc does dose
doctor driving drug due duration during each ear early ears echo eczema elderly elevated email emergency end english escalate
ethics evaluation even evidence exam except exercise expect eye family fatigue father fax february feels female file first five
fit fixed flu follow following foot for form four friday from full further gastric general genetic genetics give given goals
good gout grade grew group guardian guidance guideline had hand hands has have he headache health hearing heart height hello
help hematology hepatic hepatitis her here hi high him his history hold home hospital hot housing how however husband hx i if
imaging immediate in increase indication infant initial injection insomnia insurance interaction interp interpreter intermittent
interval intralesional investigation iron is issue it its january jaw joint july june just kept kg kidney kindly known lab labs
last lately later left leg lesion letter level limit link lip live liver lives local long longstanding low lower lung male man
management march maximum may me medical medication medications medicine meds mental met migraine mild minimum missed mode mom
moderate monday monitor monitoring months mood morning most mother moved mri much multiple mum my nail nausea neck need needs
negative neighbour neither neurology neuropathy never new next next-of-kin night nil no nocturia nodule non none nor normal not
note noted notes nothing november now nurse nursing ob objective obese obstetric october of off ok okay old on once one only
onset open opinion optimal option options oral order ordered orders other our out outcome outpatient over own pain painless
palpitations parent partner past patch patient patients pediatric perhaps period persistent pharmacy phone photo photos
physical picture plan plantar please pleasant poor poorly positive possible post postal postpartum pre precise pregnancy
pregnant presents previous prior probably procedure program progress proteinuria psychiatric pulmonary quality query question
questions radiology ran random range rash reassure recent recheck recommend recommendation recommendations record recurrent red
reduce refer referral regarding regards regular repeat reply report reports request requested require resident respiratory
response rest result results retinal return review rheumatology right risk room routine safe same saturday scan scope screen
screening second see seen self send sent september serum severe sexual she should shoulder side significant signed since
sincerely single sister situation skin sleep slow small smear smoke smoker smokes so social some son soon sorry specialist
spirometry splint spoke spouse stable start started starting status stent steroid still stop strep stress strong stroke stud
student study subacute such suggest suggestions sunday surgeon surgery switch symptoms syndrome take taken takes taper team
teaching tear tel telephone ten terminal test testing tests text than thank thanks that the their them then therapy there these
they third this those though three threshold throat thursday thyroid time tinnitus to today told tonsils too transfer
transferred trauma treat treated treatment tremor trial try tuesday two type ultrasound unable unclear uncontrolled under unit
unknown until upcoming upper urgent urine us use usual vaccine vaginal value very via video vision visit vitamin voicemail wait
wants wart was watch we wednesday week weeks weight well were what when where which while white who whom why wife will with
without woman work working works worse would wound wrist write x-ray year years yes yesterday you young your elective exposure
gravel grade housing incidental interp lifestyle lives loss msk obstruction occupational ordered osteoporosis post-covid
psoriatic psoriasis resting retired reviewed smear sudden suspected therapeutic uveitis vulvar
absence accouchement acide acne ages agitation ajout ajouter allergie allo ancien ancienne anemie anevrisme anticoagulation
antecedent antecedents anxiete aorte apnee appel apres arret arreter arthrose aucun aucune augmenter aussi autre autres avant avec
avis avril bilan biopsie biologique bonjour bronchite calcitonine cancer car carte cas cause cela celle celui cependant ces cet
cette changement chez chirurgie chute chutes cible clinique colite coloscopie combien comme comment commotion compte confirmer
conjoint conjointe conseils consulter continuer contraception contre coordonnees courriel criteres crise dans date de debuter
decembre declencher delai demande demandes demence depistage depression depuis dermatite des deux devant diabete dialyse dictee
diminuer docteur dois doit donc donner dossier douleur douleurs droit du duree dyspnee echo echographie ecoulement ecrire
effet elle en encore endocrinologue enfant epouse epoux erytheme est et etude eu examen femme fevrier fibrose fievre fille fils
fracture frere frottis garder gauche genou goutte grossesse habite hematurie hepatite hernie homme hospitalise hospitalisee
hospitalisation hypertension ici il image imagerie incident infection infiltration infirmier infirmiere insomnie insuffisance
interaction intervalle irm janvier je jeune joindre jour jours juillet juin la labo laboratoire le les lesion lettre lien lithiase
lombalgie lundi ma madame mai mais mal maladie mardi mars mere merci mercredi mes migraine mois mon ne nee neuropathie neveu
nodule nom non normal note notre nous nouveau nouveau-ne novembre numero octobre on ordonnance os osteoporose ou oui ouvrir par
parce parents pas passe patient patiente pendant pere perte pharmacie phlebotomies photo plaque plaquettes plus pneumonie
polype polymedication pour pourquoi pouvez premier premiere prochain proteines psy psychiatre puis quand quel quelle quelles que
question questions radio radiographie rappel rappeler recent reception recu refere reference refugiee rein rendez-vous repit
reponse reprendre resident residente resultat resultats retour retourner retraite retraitee revenir rhume risque sa samedi sans
scan se sein seins selon septembre serologie ses sevrage si sigmoide sinon soeur soins son sous spirometrie statine suite suivi
suivie sur symptomes syndrome tabac telecopieur telephone tension test toujours tous tout toux traitement travaille tres trop
trouble trouve type ulcere un une urgence urine urines vaccin vaccins vendredi vers vertiges veut veuve veuf vient vit voici
voir vous vu vue
crohn crohn's holter epworth bell bell's raynaud raynaud's dupuytren dupuytren's bethesda epley bosniak lyme lewy risser barrett
barrett's alzheimer alzheimer's parkinson parkinson's hodgkin hashimoto hashimoto's graves cushing addison turner down marfan
wilson gilbert meniere meniere's sjogren sjogren's sjogren behcet behcet's kawasaki peyronie paget charcot wernicke korsakoff
tourette asperger baker colles morton achilles dix hallpike romberg babinski tinel phalen mcmurray lachman doppler gleason child
pugh glasgow apgar framingham wells geneva ottawa-ankle beck hamilton-d snellen ishihara zenker zollinger ellison mallory weiss
coombs downes hirschsprung gaucher fabry huntington creutzfeldt guillain barre duchenne ehlers danlos lynch osler virchow
eliquis xarelto pradaxa coumadin lipitor crestor ozempic wegovy mounjaro jardiance farxiga humira enbrel stelara symbicort
ventolin advair spiriva prolia synthroid zoloft prozac paxil effexor cymbalta lyrica neurontin seroquel zyprexa abilify haldol
suboxone narcan botox mirena nexplanon depo pill viagra cialis tylenol advil aleve synagis botulinum lamotrigine paxlovid
english french somali vietnamese cree ojibwe arabic spanish portuguese mandarin cantonese punjabi urdu hindi tamil italian polish
ukrainian russian greek german dutch swahili francais anglais arabe espagnol creole indigenous inuit metis african asian caucasian
catholic muslim jewish jehovah witness ramadan christmas easter diwali noel paques covid covid-19 odb canada canadian
 
`;

export const ordinaryWords: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));
