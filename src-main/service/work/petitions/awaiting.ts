import { daysBetween } from '#shared/rules/day';
import type { Book } from '../../book/book';

interface Forward {
  readonly to?: string;
  readonly letter?: string;
  readonly sentOn?: string;
  readonly answerDueOn?: string;
  readonly answeredOn?: string;
}

/** Forwarded petitions without an answer, the longest waiting first. */
export function awaitingAnswers(book: Book, today: string) {
  const { rows } = book.records.list({ type: 'petition', filters: [{ field: 'forwards', op: 'notEmpty' }], limit: 1000 });
  return rows
    .flatMap(({ id, title, values }) =>
      ((values.forwards ?? []) as readonly Forward[]).flatMap(({ to, letter, sentOn, answerDueOn, answeredOn }) =>
        answeredOn || !sentOn
          ? []
          : [
              {
                id,
                title,
                to: to ?? '',
                letter: letter ?? '',
                sentOn,
                answerDueOn: answerDueOn ?? null,
                waitingDays: daysBetween(sentOn, today),
              },
            ],
      ),
    )
    .sort((a, b) => (a.sentOn < b.sentOn ? -1 : 1));
}
