import { useUi } from './context.ts';
import { FileCard, type FileStanding } from './file-card.tsx';

/** A file as a page shows it; `Attachment` of the ports is one. */
export interface AttachedFile {
  key: string;
  name: string;
  kind: string;
  size: number;
  scan: Extract<FileStanding, 'clean' | 'unchecked' | 'checking' | 'infected'>;
}

const images = ['jpeg', 'png', 'gif', 'tiff'];

/**
 * Files with their first page in sight: images are drawn by the server, PDFs by the preview once it has loaded. Each leads to
 * its own page, where it can be looked at and saved; without script a PDF has its outline and its link.
 */
export function Attached({ files }: { files: readonly AttachedFile[] }) {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map(file => (
        <AttachedCard key={file.key} file={file} />
      ))}
    </div>
  );
}

function AttachedCard({ file }: { file: AttachedFile }) {
  const { key, name, size, scan } = file;
  const url = `/attachments/${key}`;
  const shown = isShown(file.kind);
  const picture = images.includes(file.kind) ? { image: `${url}/picture` } : { pdf: url };
  return (
    <FileCard
      name={name}
      href={shown ? `${url}/look` : url}
      bytes={size}
      standing={scan}
      picture={shown ? picture : undefined}
    />
  );
}

/** Kinds that can be looked at in place. */
export function isShown(kind: string): boolean {
  return kind === 'pdf' || images.includes(kind);
}

/** A whole image, or a PDF page by page, with a link to save it. */
export function FileView({ file }: { file: AttachedFile }) {
  const { words } = useUi();
  const { files } = words;
  const url = `/attachments/${file.key}`;
  return (
    <div class="stack">
      <p>
        <a class="btn" href={url}>
          {files.download}
        </a>
      </p>
      {images.includes(file.kind) && (
        <img class="look" src={`${url}/picture`} alt={files.imageOf(file.name)} decoding="async" />
      )}
      {file.kind === 'pdf' && (
        <div
          class="stack"
          data-pdf-pages={url}
          data-previous={files.previousPage}
          data-next={files.nextPage}
          data-page={files.page('#', '##')}
          data-failed={files.noPreview}
        />
      )}
      {!isShown(file.kind) && <p class="dim">{files.noPreview}</p>}
    </div>
  );
}
