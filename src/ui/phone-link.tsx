/** A number that a phone dials: 988 as it is, ten digits as one of Canada. An extension is dialled by hand. */
export function PhoneLink({ phone, label }: { phone: string; label?: string }) {
  return (
    <a class="nw" href={`tel:${dialled(phone)}`} aria-label={label}>
      {phone}
    </a>
  );
}

/** What stands after `tel:` for a number as people read it. */
export function dialled(phone: string): string {
  const digits = phone.split(/\s*(?:ext|poste|x)/i)[0]!.replace(/[^\d+]/g, '');
  if (digits.startsWith('+') || digits.length < 10) return digits;
  return `+${digits.length === 10 ? '1' : ''}${digits}`;
}
