import { AppError } from '../errors/app-error';
import { type FieldProblem, problemLabel } from './problem';
import type { RecordType } from './record-type';

/** Values that were not saved, with every problem, so that the form can mark all fields at once. */
export class InvalidRecord extends AppError {
  readonly problems: readonly FieldProblem[];
  constructor(type: RecordType, problems: readonly FieldProblem[]) {
    const labels = [...new Set(problems.map((problem) => problemLabel(type, problem, 'vi')))];
    super('record.invalid', { count: labels.length, fields: labels.join(', ') });
    this.name = 'InvalidRecord';
    this.problems = problems;
  }
}

/** A field names a record that is not there, or one of a type that it may not name. */
export class BrokenReference extends AppError {
  readonly problems: readonly FieldProblem[];
  constructor(type: RecordType, problem: FieldProblem) {
    super('record.brokenReference', { field: problemLabel(type, problem, 'vi') });
    this.name = 'BrokenReference';
    this.problems = [problem];
  }
}
