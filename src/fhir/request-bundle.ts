import type { WriteRequest } from '../app/ports/request-bundle.ts';
import { caseResources, referenceSystem } from './request/case.ts';
import { partiesOf } from './request/parties.ts';

/**
 * A request as one party may read it: a collection in which every reference is found. Its cases share a requisition, the
 * reference number. Shapes follow CA:eReC (ServiceRequest of the requester, Task of the receiver), without its message head.
 */
export const requestBundle: WriteRequest = (story, { base, now, files }) => {
  const parties = partiesOf(story.names);
  const told = story.cases.flatMap(one => caseResources(one, { story, parties, base, files }));
  return {
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { system: referenceSystem, value: story.reference },
    timestamp: now,
    entry: [...told, ...parties.resources()].map(resource => ({
      fullUrl: `${base}/fhir/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
};
