import type { CaseStory } from '../../app/read-request.ts';
import { initialsOf } from '../../http/visit.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useUi } from '../../ui/context.ts';
import { memberName, receiverName, requesterName, siteName } from '../cases/names.ts';
import type { Telling } from './telling.ts';

interface Involved {
  /** Inside id, absent for a site without a person. */
  member?: number;
  name: string;
  part: string;
}

/** Who is involved, each once: who asked and who receives, then those who acted for them. */
function involvedIn(telling: Telling): Involved[] {
  const found: Involved[] = [];
  const add = (one: Involved) => {
    const known = found.some(each =>
      one.member === undefined ? each.name === one.name : each.member === one.member,
    );
    if (!known) found.push(one);
  };
  for (const one of telling.request.cases) partiesOf(telling, one).forEach(add);
  for (const one of telling.request.cases) actorsOf(telling, one).forEach(add);
  return found;
}

function partiesOf(telling: Telling, { state }: CaseStory): Involved[] {
  const { story } = telling.ui.words;
  const { requester, receiver, via, copy } = state;
  const asked: Involved = {
    member: requester.clinician,
    name: requesterName(telling, requester),
    part: story.asked(siteName(telling, requester.site) ?? ''),
  };
  const service = receiverName(telling, receiver);
  const at = siteName(telling, receiver.site) ?? service;
  const receives: Involved = {
    member: receiver.member,
    name: memberName(telling, receiver.member) ?? (receiver.intake ? at : service),
    part: receiver.intake ? story.intakeFor(service) : story.receives(at),
  };
  // Nobody is asked before the patient has chosen.
  if (receiver.toBeChosen) return [asked];
  const intake = siteName(telling, via?.site);
  const { readsAlong } = telling.ui.words.colleague;
  return [
    asked,
    ...(intake ? [{ name: intake, part: story.intake(intake) }] : []),
    receives,
    ...(copy
      ? [
          {
            member: copy.clinician,
            name: requesterName(telling, copy),
            part: readsAlong(siteName(telling, copy.site) ?? ''),
          },
        ]
      : []),
  ];
}

function actorsOf(telling: Telling, { events }: CaseStory): Involved[] {
  const { story } = telling.ui.words;
  return events.flatMap(({ by }) => {
    const name = memberName(telling, by.member);
    if (name === undefined) return [];
    const clinician = memberName(telling, by.actingFor);
    const part = clinician ? story.actsFor(clinician) : (siteName(telling, by.site) ?? story.took);
    return [{ member: by.member, name, part }];
  });
}

/** The list beside the story. */
export function People({ telling }: { telling: Telling }) {
  const { words } = useUi();
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.story.involved}</h2>
      <ul class="plain rows s">
        {involvedIn(telling).map(({ member, name, part }) => {
          const me = member !== undefined && member === telling.me.member;
          return (
            <li class="line" key={member ?? name}>
              <Avatar initials={initialsOf(name)} whose={me ? 'me' : 'colleague'} />
              <span>
                <span class="b">
                  <bdi>{me ? words.acts.you : name}</bdi>
                </span>
                <br />
                <span class="dim">
                  <bdi>{part}</bdi>
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
