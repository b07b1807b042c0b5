export { RecordForm, type RecordFormProps } from './record-form';
export type { Proposal } from './use-record-form';
