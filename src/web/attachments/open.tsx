import { z } from 'zod';
import { findFile, openFile } from '../../app/files/attachments.ts';
import { fileKinds } from '../../app/files/file-kinds.ts';
import type { StoredAttachment } from '../../app/ports/attachments.ts';
import { FileDamaged } from '../../app/ports/files.ts';
import { key } from '../../http/form.ts';
import { file, missing, page, type Reply } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { FileView } from '../../ui/attached.tsx';
import { useUi } from '../../ui/context.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

const byKey = z.strictObject({ key });
type ByKey = Ask<z.infer<typeof byKey>>;

/** Saves the file as it was sent. It never opens inside our pages: see `sendFile`. */
const download = route({
  method: 'GET',
  url: '/attachments/:key',
  enter: ['person', 'patient', 'guest'],
  phi: true,
  params: byKey,
  handle: ask =>
    opened(ask, 'open-file', async ({ name, kind }, bytes) => file({ bytes, name, type: typeOf(kind) })),
});

/** The image drawn anew. */
const picture = route({
  method: 'GET',
  url: '/attachments/:key/picture',
  enter: ['person', 'patient', 'guest'],
  phi: true,
  params: byKey,
  handle: ask =>
    opened(ask, 'look-at-file', async ({ kind }, bytes) => {
      const drawn = fileKinds[kind].preview === 'image' ? await ask.app.pictures.draw(bytes) : null;
      return drawn
        ? file({ bytes: drawn, name: 'picture.webp', type: 'image/webp', inline: true })
        : missing();
    }),
});

/** One file to look at. The title says nothing of it: titles stay in histories. */
const look = route({
  method: 'GET',
  url: '/attachments/:key/look',
  enter: ['person', 'patient', 'guest'],
  phi: true,
  params: byKey,
  handle: async ({ app, actor, params }) => {
    const found = await findFile(app, actor, params.key, 'look-at-file');
    if (!found) return missing();
    const closed = found.scan === 'checking' || found.scan === 'infected' ? found.scan : undefined;
    return page(closed ? <ClosedFilePage why={closed} /> : <LookPage found={found} />);
  },
});

function LookPage({ found }: { found: StoredAttachment }) {
  const { words } = useUi();
  return (
    <Frame title={words.files.preview}>
      <h1>
        <bdi>{found.name}</bdi>
      </h1>
      <FileView file={found} />
    </Frame>
  );
}

function ClosedFilePage({ why }: { why: 'checking' | 'infected' | 'damaged' }) {
  const { files } = useUi().words;
  return (
    <Frame title={files.closed.title}>
      <h1>{files.closed.title}</h1>
      <Note look={why === 'checking' ? 'soon' : 'late'}>
        {why === 'damaged' ? files.damaged : files.closed[why]}
      </Note>
    </Frame>
  );
}

async function opened(
  { app, actor, params }: ByKey,
  act: string,
  serve: (attachment: StoredAttachment, bytes: Uint8Array) => Promise<Reply>,
): Promise<Reply> {
  try {
    const found = await openFile(app, actor, params.key, act);
    if (!found) return missing();
    if ('closed' in found) return page(<ClosedFilePage why={found.closed} />, { status: 409 });
    return await serve(found.attachment, found.bytes);
  } catch (error) {
    if (error instanceof FileDamaged) return page(<ClosedFilePage why="damaged" />, { status: 500 });
    throw error;
  }
}

/** A text is shown as text whatever is in it, and in the one encoding it was checked for. */
function typeOf(kind: StoredAttachment['kind']): string {
  return kind === 'text' ? 'text/plain; charset=utf-8' : fileKinds[kind].type;
}

export const routes: Route[] = [download, picture, look];
