/** Rules of sync, and what production code would look like without them. The simulation must notice each. */

/** @typedef {import('./bundle.mjs').Change} Change */
/** @typedef {{ name: string, rule: string, changes: Change[], targeted?: string }} Mutant `targeted`: a schedule of tests/sim/targeted.ts */

const takeBatch = 'src-hub/log/core/take-batch.ts';
const placeCheck = "  if (prevHash !== author.lastHash || firstSeq !== author.lastSeq + 1) return conflictOf('chain', author);\n";
const gapCheck = '  if (number > author.lastNumber + 1) return early(core, scope, batch, bytes, author, protocol);\n';
const againCheck = '  if (number <= author.lastNumber) return again(core, scope, batch, author);\n';

/** @type {Mutant[]} */
export const mutants = [
  {
    name: 'dedupe',
    rule: 'a batch is applied once, however often it arrives',
    changes: [
      { file: takeBatch, from: againCheck, to: '' },
      {
        file: takeBatch,
        from: placeCheck,
        to: "  if (number > author.lastNumber && prevHash !== author.lastHash) return conflictOf('chain', author);\n",
      },
    ],
  },
  {
    name: 'gap',
    rule: 'a batch waits until the one before it is there',
    changes: [
      { file: takeBatch, from: gapCheck, to: '' },
      {
        file: takeBatch,
        from: placeCheck,
        to: "  if (number === author.lastNumber + 1 && prevHash !== author.lastHash) return conflictOf('chain', author);\n",
      },
    ],
  },
  {
    name: 'chain',
    rule: 'each batch names the hash of the one before: a restored or cloned book is found by it',
    changes: [
      { file: takeBatch, from: placeCheck, to: '' },
      {
        file: takeBatch,
        from: "  if (known?.hash !== hash) return conflictOf('chain', author);\n",
        to: "  if (!known) return conflictOf('chain', author);\n",
      },
      {
        file: 'src-main/service/sync/align.ts',
        from: '  hash !== noHash && batches.byHash(incarnation, hash) === undefined;',
        to: "  hash === '' && batches.byHash(incarnation, hash) === undefined;",
      },
    ],
  },
  {
    name: 'incarnation in the clock',
    rule: 'a clock says which life of which book wrote it',
    changes: [
      {
        file: 'src-shared/sync/hlc.ts',
        from: '`${stamp}.${incarnation}.${opHash}`',
        // The op's hash would still tell most of them apart.
        to: "`${stamp}.${incarnation && 'x'}.${opHash && 'x'}`",
      },
    ],
  },
  {
    name: 'op hash in the clock',
    rule: 'a clock ends in the hash of its op: two copies of one book never make equal ones',
    targeted: 'sameMoment',
    changes: [
      { file: 'src-shared/sync/hlc.ts', from: '`${stamp}.${incarnation}.${opHash}`', to: "`${stamp}.${incarnation}.${opHash && 'x'}`" },
    ],
  },
  {
    name: 'hlc max',
    rule: 'a clock goes on from the latest that was seen',
    changes: [
      {
        file: 'src-shared/sync/hlc.ts',
        from: '  return other.ms > state.ms || (other.ms === state.ms && other.counter > state.counter) ? other : state;',
        to: '  return other.ms < 0 ? other : state;',
      },
    ],
  },
  {
    name: 'resend after hub restore',
    rule: 'what a restored hub lacks is offered again',
    changes: [
      {
        file: 'src-main/service/sync/align.ts',
        from: '    batches.sendAgainAfter(incarnation, common?.number ?? 0);\n',
        to: '',
      },
    ],
  },
  {
    name: 'log hash',
    rule: 'a cursor names the hash of the log: a restored hub is found by it',
    changes: [
      {
        file: 'src-hub/log/core/pull-page.ts',
        from: '(await scope.logHashAt(position)) !== hash) throw',
        to: '(await scope.logHashAt(position)) === undefined) throw',
      },
    ],
  },
  {
    name: 'old incarnations',
    rule: 'batches of former lives are offered again as well',
    changes: [
      {
        file: 'src-main/service/sync/push.ts',
        from: 'for (const incarnation of [...batches.incarnations().filter((one) => one !== own), own])',
        to: 'for (const incarnation of [own])',
      },
    ],
  },
  {
    name: "others' ops",
    rule: 'what was pulled of others is offered to a hub that lost it',
    changes: [{ file: 'src-main/service/sync/push.ts', from: '  await offerOthers(parts, talk);\n', to: '' }],
  },
  {
    name: 'keeping conflicts',
    rule: 'the losing value is kept until a person settles it',
    changes: [
      {
        file: 'src-shared/sync/merging/register.ts',
        from: '    if (stands) heads = withHead(heads, { clock: before.clock, value: before.value });\n',
        to: '',
      },
    ],
  },
  {
    name: 'common prefix',
    rule: 'a restored book issues again only what lies beyond what hub and book have in common',
    targeted: 'commonPrefix',
    changes: [
      {
        file: 'src-main/service/sync/renew.ts',
        from: 'book.records.renewLife(shared?.lastSeq ?? 0)',
        to: 'book.records.renewLife(shared ? 0 : 0)',
      },
    ],
  },
  {
    name: 'taken places',
    rule: 'what stood where a copy of the book put something else is issued anew by whoever has it',
    targeted: 'placeTaken',
    changes: [
      {
        file: 'src-main/service/sync/push.ts',
        from: "    if (code === 'chain' && !isPresent) takeOverRefused(parts, batch);\n",
        to: "    if (code === 'chain' && !isPresent) book.transact(() => parts.batches.replaceUnacknowledged(batch.incarnation));\n",
      },
      {
        file: 'src-main/service/sync/push.ts',
        from: "      if (answer === 'displaced') takeOverRefused(parts, placeOf(batch));\n",
        to: '',
      },
      {
        file: 'src-main/service/sync/pull.ts',
        from: '      if (isInPlaceOfOther(parts, batch.header, batch.hash)) takeOverLost(parts, batch.header);\n',
        to: '',
      },
      {
        file: 'src-main/service/sync/read-through.ts',
        from: 'if (isInPlaceOfOther(parts, header, hash)) {',
        to: "if (hash === '' && isInPlaceOfOther(parts, header, hash)) {",
      },
    ],
  },
  {
    name: 'answers about copies',
    rule: 'an answer that ends in a batch of a copy of this book says nothing about later own ops',
    targeted: 'answerAboutCopy',
    changes: [
      {
        file: 'src-main/service/sync/push.ts',
        from: 'const isOurs = batches.byHash(incarnation, answer.hash) !== undefined;',
        to: "const isOurs = answer.hash !== '';",
      },
    ],
  },
  {
    name: 'silent copies',
    rule: "a pull says what the hub has last of the reader's own life: a copy that only reads learns of the other",
    targeted: 'silentCopy',
    changes: [
      {
        file: 'src-main/service/sync/pull.ts',
        from: 'if (page.mine !== undefined && isOfCopy(parts, page.mine)) memory',
        to: "if (page.mine === '' && isOfCopy(parts, page.mine)) memory",
      },
    ],
  },
  {
    name: 'log read anew',
    rule: 'the log of a restored hub is read from its beginning, also where the cursor still fits',
    targeted: 'sameLogAgain',
    changes: [
      {
        file: 'src-main/service/sync/align.ts',
        from: '    startOver(parts);\n',
        to: '    parts.carried.forgetPositions();\n',
      },
    ],
  },
  {
    name: 'snapshot read through',
    rule: 'a snapshot counts once the log was read through to its place, so that all that it holds can be brought back',
    targeted: 'snapshotBehind',
    changes: [
      {
        file: 'src-main/service/sync/read-through.ts',
        from: '  underWay.description.place === undefined ||',
        to: "  underWay.description.place !== 'x' ||",
      },
    ],
  },
  {
    name: 'former lives at risk',
    rule: 'what the hub might still lose of a former life is asked for as well, also where nothing waits',
    targeted: 'formerLifeLost',
    changes: [
      {
        file: 'src-main/service/sync/round.ts',
        from: 'batches.undurableAfter(one, 0) !== undefined',
        to: 'batches.undurableAfter(one, 0) === null',
      },
    ],
  },
  {
    name: 'atomic cursor',
    rule: 'the cursor is saved with what it says was applied',
    targeted: 'atomicCursor',
    changes: [
      {
        file: 'src-main/service/sync/pull.ts',
        from: '  if (page.bodies.length === 0) book.transact(end);\n',
        to: '  book.transact(end);\n',
      },
    ],
  },
];
