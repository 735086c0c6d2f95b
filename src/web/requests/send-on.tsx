import type { CaseStory } from '../../app/read-request.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { suggestedService } from '../cases/acts/both/redirect.tsx';
import { carriesAll } from '../cases/next-service/carry-part.tsx';
import type { Telling } from './telling.ts';

/** The service that was suggested when the case was declined or returned, while the requester may still send the case there. */
export function suggestionOn({ request }: Pick<Telling, 'request'>, one: CaseStory) {
  const may = one.may.some(({ side, verbs }) => side === 'requester' && verbs.includes('redirect'));
  const back = one.state.status === 'declined' || one.state.status === 'returned';
  const suggested = may && back ? suggestedService({ one }) : undefined;
  return suggested === undefined ? undefined : request.names.services[suggested];
}

/** One click sends everything to the suggested service, or from a central intake to the service that was asked for. */
export function SendOn({ telling, one }: { telling: Telling; one: CaseStory }) {
  const { lang, words } = useUi();
  const { sendOn } = words.referralActs;
  const suggested = suggestionOn(telling, one);
  if (suggested)
    return <ToOne one={one} verb="redirect" service={suggested} title={sendOn.title(suggested[lang])} />;
  const asked = askedThrough(telling, one);
  return asked ? <ToOne one={one} verb="forward" service={asked} title={sendOn.asked(asked[lang])} /> : null;
}

/** The service for which a central intake has the case, while it may still send it there. */
function askedThrough({ request }: Telling, one: CaseStory) {
  const may = one.may.some(({ side, verbs }) => side === 'receiver' && verbs.includes('forward'));
  const { intake, service } = one.state.receiver;
  return may && intake && service !== undefined ? request.names.services[service] : undefined;
}

interface ToOneProps {
  one: CaseStory;
  verb: 'redirect' | 'forward';
  service: { key: string };
  title: string;
}

function ToOne({ one, verb, service, title }: ToOneProps) {
  const { sendOn } = useUi().words.referralActs;
  return (
    <Note title={title}>
      <Form action={`/${one.type}s/${one.key}/${verb}`} receipt turn={one.turn} class="line">
        <input type="hidden" name="service" value={service.key} />
        {carriesAll.carry.map(thing => (
          <input key={thing} type="hidden" name="carry" value={thing} />
        ))}
        <SubmitButton look="main" icon="right">
          {sendOn.button}
        </SubmitButton>
        <span class="s dim">{sendOn.hint}</span>
      </Form>
    </Note>
  );
}
