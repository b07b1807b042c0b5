import { Button } from '@mantine/core';

interface FormFootProps {
  /** What the form does. */
  act: string;
  cancel: string;
  onCancel(): void;
  busy: boolean;
  /** False while something that it needs is not there. */
  ready: boolean;
}

/** Foot of a small form inside a record: leave it, or do what it is for. */
export function FormFoot({ act, cancel, onCancel, busy, ready }: FormFootProps) {
  return (
    <footer>
      <Button variant="default" onClick={onCancel}>
        {cancel}
      </Button>
      <Button type="submit" loading={busy} disabled={!ready}>
        {act}
      </Button>
    </footer>
  );
}
