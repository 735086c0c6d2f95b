import type { Draft, DraftContent, DraftLine, Drafts } from '../app/ports/drafts.ts';
import { key } from '../app/ports/ids.ts';
import type { Querier } from './querier.ts';

type Row = Omit<Draft, keyof DraftContent> & {
  kind: DraftContent['kind'];
  patient: number | null;
  attachments: number[];
  content: Partial<DraftContent>;
};

const columns = `id, key, author_id as author, acting_for as "actingFor", to_sign_since as "toSignSince", kind, patient_id as patient, content,
  attachments, version, created_at as "createdAt", saved_at as "savedAt"`;

const blank: Omit<DraftContent, 'kind' | 'patient' | 'attachments'> = {
  continues: null,
  service: null,
  options: [],
  forPatient: '',
  title: '',
  question: '',
  form: '',
  answers: {},
  urgency: '',
  urgencyReason: '',
  converts: '',
  whyVisit: '',
  wanted: '',
  mayConvert: true,
  questions: '',
  plan: '',
  adviceConsent: '',
  tell: 'now',
  mayContact: '',
  letterDue: '',
  copyTo: '',
  through: false,
  leaveBehind: [],
  survey: {},
  passOver: [],
  spent: {},
  savedFrom: '',
};

/** Drafts of the actor and of the member acted for. */
export function draftsOf(q: Querier): Drafts {
  const one = async (sql: string, values: readonly unknown[]) => draft(await q.one<Row>(sql, values));
  return {
    begin: async content => (await begin(q, content))!,
    byKey: key => one(`select ${columns} from drafts where key = $1`, [key]),
    mine: () =>
      q.rows<DraftLine>(
        `select d.key, d.kind, d.content->>'title' as title, d.saved_at as "savedAt",
           case when d.to_sign_since is null then ''
             when d.acting_for in ((select app_member()), (select app_acting_for())) then 'mine' else 'theirs' end as sign,
           coalesce(trim(concat(p.details->>'given', ' ', p.details->>'family')), '') as "patientName"
         from drafts d left join patients p on p.id = d.patient_id
         order by (d.to_sign_since is not null and d.acting_for in ((select app_member()), (select app_acting_for()))) desc, d.saved_at desc, d.id desc limit 100`,
      ),
    save: (key, version, change) => save(q, { key, version, change }),
    addFile: (key, file) =>
      one(
        `update drafts set attachments = array_append(array_remove(attachments, $2), $2), saved_at = now()
         where key = $1 returning ${columns}`,
        [key, file],
      ),
    removeFile: (key, file) =>
      one(
        `update drafts set attachments = array_remove(attachments, $2), saved_at = now()
         where key = $1 and $2 = any (attachments) returning ${columns}`,
        [key, file],
      ),
    giveToSign: async (key, signer) =>
      (await q.one<{ done: boolean }>('select give_draft_to_sign($1, $2) as done', [key, signer]))?.done ??
      false,
    signers: of =>
      q.rows('select person, address, language, choices, waiting from draft_signers($1, $2)', [
        'draft' in of ? of.draft : null,
        'person' in of ? of.person : null,
      ]),
    discard: async key => (await q.count('delete from drafts where key = $1', [key])) === 1,
  };
}

function draft(row: Row | null): Draft | null {
  if (!row) return null;
  const { content, ...rest } = row;
  return { ...blank, ...content, ...rest };
}

async function begin(q: Querier, given: Partial<DraftContent> & Pick<DraftContent, 'kind'>) {
  const { kind, patient, attachments, ...content } = given;
  const row = await q.one<Row>(
    `insert into drafts (key, site_id, author_id, acting_for, kind, patient_id, content, attachments)
     values ($1, app_site(), app_member(), app_acting_for(), $2, $3, $4, $5) returning ${columns}`,
    [key(), kind, patient ?? null, { ...blank, ...content }, attachments ?? []],
  );
  return draft(row);
}

async function save(
  q: Querier,
  { key, version, change }: { key: string; version: number; change: Partial<DraftContent> },
): Promise<Draft | null> {
  const { kind, patient, attachments, ...content } = change;
  const row = await q.one<Row>(
    `update drafts set version = version + 1, saved_at = now(), kind = coalesce($3, kind),
       patient_id = case when $4 then $5 else patient_id end, attachments = coalesce($6, attachments),
       content = content || $7
     where key = $1 and version = $2 returning ${columns}`,
    [key, version, kind ?? null, patient !== undefined, patient ?? null, attachments ?? null, content],
  );
  return draft(row);
}
