import { useUi } from './context.ts';
import { fileSize } from './format.ts';

/** Where a file stands: only `clean` and `unchecked` can be opened. */
export type FileStanding = 'clean' | 'unchecked' | 'checking' | 'infected' | 'failed' | 'removed';

export interface FileCardProps {
  name: string;
  /** Where it opens; drawn only when the file may be opened. */
  href: string;
  bytes: number;
  pages?: number;
  standing: FileStanding;
  /** Its first page in place of the outline: an image, or a PDF that the preview draws once it is in sight. */
  picture?: { image: string } | { pdf: string };
}

/** A file of a message: its first page in outline, name, size, and what is known of its safety. */
export function FileCard({ name, href, bytes, pages, standing, picture }: FileCardProps) {
  const { words, lang } = useUi();
  const files = words.parts.files;
  const opens = standing === 'clean' || standing === 'unchecked';
  const bad = standing === 'infected' || standing === 'failed';
  const size = [pages ? files.pages(pages) : undefined, fileSize(bytes, lang)].filter(Boolean).join(', ');
  const inside = (
    <>
      {opens && picture ? <Picture of={picture} /> : <PageOutline />}
      <span>
        <span class="b">{name}</span>
        <br />
        {opens && <span class="dim">{size}</span>}
        {opens && <br />}
        <span class={bad ? 'err' : 'dim'}>{files[standing]}</span>
      </span>
    </>
  );
  return opens ? (
    <a class="file" href={href}>
      {inside}
    </a>
  ) : (
    <span class="file">{inside}</span>
  );
}

/** Files in a row. */
export function Files({ files }: { files: readonly FileCardProps[] }) {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map(file => (
        <FileCard key={file.href} {...file} />
      ))}
    </div>
  );
}

function Picture({ of }: { of: NonNullable<FileCardProps['picture']> }) {
  if ('image' in of) return <img class="pg" src={of.image} alt="" loading="lazy" decoding="async" />;
  return (
    <span data-pdf-cover={of.pdf}>
      <PageOutline />
    </span>
  );
}

function PageOutline() {
  return (
    <svg class="pg" viewBox="0 0 72 92" aria-hidden="true">
      <g fill="none" stroke="#9aa0a6" stroke-width="1.2">
        <path d="M8 10h34" stroke="#4a4d52" stroke-width="3" />
        <path d="M8 20h56M8 26h50M8 32h54M8 38h44M8 50h56M8 56h40M8 62h52M8 68h48" />
      </g>
    </svg>
  );
}
