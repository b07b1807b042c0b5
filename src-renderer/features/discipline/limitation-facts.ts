import type { limitationOf } from '#shared/rules/discipline/limitation';
import type { DecisionValues } from './decision-values';

/** What the limitation of a decision is reckoned from. */
export const limitationFacts = (values: DecisionValues, today: string): Parameters<typeof limitationOf>[0] => ({
  subject: values.subjectKind === 'TCD' ? 'TCD' : 'DV',
  form: values.form ?? '',
  violatedFrom: values.violatedFrom,
  violatedTo: values.violatedTo,
  renewedOn: values.renewedOn,
  exempt: values.limitationExempt,
  concludedOn: values.concludedOn ?? values.signedOn,
  today,
});
