import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';

/** The buttons under a file: to see what would become of it, and to take it in. They post `do`. */
export function TryOrTake() {
  const w = useUi().words.exchange;
  return (
    <>
      <p class="s dim">{w.tryHint}</p>
      <div class="line">
        <SubmitButton look="main" name="do" value="try">
          {w.tryIt}
        </SubmitButton>
        <SubmitButton name="do" value="take">
          {w.takeIn}
        </SubmitButton>
      </div>
    </>
  );
}
