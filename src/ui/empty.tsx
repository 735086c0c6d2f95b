import type { ComponentChildren } from 'preact';

/** A list with nothing in it: one sentence that says what it is and when something appears, and one link. */
export function Empty({
  children,
  href,
  link,
}: {
  children: ComponentChildren;
  href?: string;
  link?: string;
}) {
  return (
    <div class="card flat">
      <p>{children}</p>
      {href && link && (
        <p>
          <a href={href}>{link}</a>
        </p>
      )}
    </div>
  );
}
