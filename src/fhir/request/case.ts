import { fileKinds } from '../../app/files/file-kinds.ts';
import type { FilesOfStory } from '../../app/ports/request-bundle.ts';
import type { CaseStory, RequestStory } from '../../app/read-request.ts';
import { filled, type Resource } from '../directory-resources.ts';
import type { Parties, Reference } from './parties.ts';
import { writePatient } from './patient.ts';
import { type About, communicationsOf, idAt, provenanceOf, responsesOf } from './said.ts';
import { statusOf } from './status.ts';

/** What goes into a bundle beside the story. */
export interface Beside {
  story: RequestStory;
  parties: Parties;
  base: string;
  files: FilesOfStory;
}

/** The namespace of request reference numbers, which people read to each other. */
export const referenceSystem = 'urn:eservices:request:reference';

/** One case: what was asked, how it went, and everything that this party may read of it. */
export function caseResources(one: CaseStory, beside: Beside): Resource[] {
  const patient = `${one.key}-patient`;
  const about: About = {
    ...{ one, parties: beside.parties, patient: { reference: `Patient/${patient}` } },
    ...{ request: { reference: `ServiceRequest/${one.key}` }, task: { reference: `Task/${one.key}` } },
    documents: new Map(one.attachments.map(file => [file.id, documentAt(one, file.id)])),
  };
  return [
    serviceRequest(about, beside.story),
    task(about),
    writePatient(patient, one.patient),
    ...appointments(about),
    ...responsesOf(about),
    ...communicationsOf(about),
    ...documents(about, beside),
    ...provenanceOf(about),
  ];
}

const documentAt = (one: CaseStory, id: number): Reference => ({
  reference: `DocumentReference/${documentId(one, id)}`,
});
/** By place, because the number of an attachment is ours alone. */
const documentId = (one: CaseStory, id: number) =>
  idAt(one, 'file', one.attachments.findIndex(file => file.id === id) + 1);

function serviceRequest({ one, parties, patient }: About, story: RequestStory): Resource {
  const { state, type } = one;
  const service =
    state.receiver.service === undefined ? undefined : story.names.services[state.receiver.service];
  const performer =
    parties.member(state.receiver.member, state.receiver.site) ?? parties.site(state.receiver.site);
  return filled({
    ...{ resourceType: 'ServiceRequest', id: one.key },
    identifier: [{ system: 'urn:eservices:case', value: one.key }],
    requisition: { system: referenceSystem, value: story.reference },
    // `proposal` is what Ontario's interfaces say of a request that the receiver may still decline.
    ...{ status: statusOf(type, state.status).request, intent: 'proposal', priority: state.urgency },
    category: [{ text: type === 'econsult' ? 'eConsult' : 'Referral' }],
    code: service && { text: service.en || service.fr },
    reasonCode: [{ text: state.title }],
    ...{ subject: patient, authoredOn: state.startedAt },
    requester: parties.requester(state.requester),
    performer: performer ? [performer] : [],
  });
}

function task({ one, parties, patient, request }: About): Resource {
  const { state, type, events } = one;
  const owner =
    parties.member(state.receiver.member, state.receiver.site) ?? parties.site(state.receiver.site);
  return filled({
    ...{ resourceType: 'Task', id: one.key, basedOn: [request], focus: request, for: patient },
    ...{ status: statusOf(type, state.status).task, businessStatus: { text: state.status }, intent: 'order' },
    code: { text: type === 'econsult' ? 'process-request-consult' : 'process-request' },
    ...{ authoredOn: one.openedAt, lastModified: events.at(-1)?.at ?? one.openedAt },
    requester: parties.requester(state.requester),
    owner,
    restriction: state.hold && { period: { end: state.hold.due } },
  });
}

/** The appointment that stands. Without a length it is a quarter of an hour, since R4 wants an end with a start. */
function appointments({ one, parties, patient, request }: About): Resource[] {
  const { appointment, status } = one.state;
  if (!appointment) return [];
  const { start, length = 15, label, place, instructions } = appointment;
  const seen = status === 'seen' || status === 'completed' || status === 'closed';
  const clinic = parties.site(one.state.receiver.site);
  return [
    filled({
      ...{ resourceType: 'Appointment', id: `${one.key}-visit`, status: seen ? 'fulfilled' : 'booked' },
      ...{ serviceType: [{ text: label }], start, minutesDuration: length },
      end: new Date(Date.parse(start) + length * 60_000).toISOString(),
      comment: [appointment.medium, place].filter(Boolean).join(', '),
      patientInstruction: instructions,
      basedOn: [request],
      participant: [
        { actor: patient, status: status === 'booked' ? 'needs-action' : 'accepted' },
        ...(clinic ? [{ actor: clinic, status: 'accepted' }] : []),
      ],
    }),
  ];
}

/** Each file with its bytes, where they go along; else where they can be had. */
function documents({ one, patient, request }: About, { base, files }: Beside): Resource[] {
  return one.attachments.flatMap(file => {
    const id = documentId(one, file.id);
    const bytes = files.get(file.id);
    const contentType = fileKinds[file.kind].type;
    const url = bytes ? `Binary/${id}` : `${base}/attachments/${file.key}`;
    const attachment = { contentType, url, size: file.size, title: file.name, creation: file.addedAt };
    return [
      {
        ...{ resourceType: 'DocumentReference', id, status: 'current', subject: patient, date: file.addedAt },
        content: [{ attachment }],
        context: { related: [request] },
      },
      ...(bytes
        ? [{ resourceType: 'Binary', id, contentType, data: Buffer.from(bytes).toString('base64') }]
        : []),
    ];
  });
}
