// Defects to plant, one at a time, in a copy of the sources: each breaks one promise of sync, and the tests must say so.

export interface Defect {
  readonly name: string
  /** Below src/. */
  readonly file: string
  /** Stands exactly once in the file. */
  readonly text: string
  readonly becomes: string
  /** The promise that it breaks. */
  readonly breaks: string
  /** Who should notice, below test/ and without `.test.ts`; in this order, until one does. */
  readonly tests: readonly string[]
}

export const defects: readonly Defect[] = [
  {
    name: 'what the author saw is ignored',
    file: 'domain/merge.ts',
    text: 'mark.v !== (change.base[group] ?? 0)',
    becomes: 'false',
    breaks: 'a concurrent edit to another value makes one conflict',
    tests: ['domain/merge', 'laws/merge'],
  },
  {
    name: 'the loser is kept as what shows',
    file: 'domain/merge.ts',
    text: 'const ours = { value, by',
    becomes: 'const ours = { value: shown, by',
    breaks: 'the loser of a conflict is kept word for word',
    tests: ['domain/merge', 'laws/merge'],
  },
  {
    name: 'a clock that is ahead wins for ever',
    file: 'domain/merge.ts',
    text: 'Math.min(Math.max(author.at, 0), receivedAt)',
    becomes: 'author.at',
    breaks: 'a clock that is wrong by ten years changes only who shows first',
    tests: ['domain/merge', 'server/sync/conflict'],
  },
  {
    name: 'no conflict is written',
    file: 'server/sync/apply-op.ts',
    text: 'rows.set(keyOf(row.k, row.id), row)',
    becomes: 'void row',
    breaks: 'every op is accepted, the loser of a conflict that is seen, or parked',
    tests: ['server/sync/conflict'],
  },
  {
    name: 'a version is given twice',
    file: 'server/sync/apply-op.ts',
    text: '(heads.get(scope) ?? 0) + 1)',
    becomes: '(heads.get(scope) ?? 0) + Number(heads.get(scope) !== 3))',
    breaks: 'no version is skipped',
    tests: ['server/sync/push', 'flow/concurrent'],
  },
  {
    name: 'the hash of an op that was sent again is not compared',
    file: 'server/sync/push.ts',
    text: 'stored?.hash !== hash',
    becomes: '!stored',
    breaks: 'a copy of a profile loses nothing',
    tests: ['server/sync/push'],
  },
  {
    name: 'the last number is taken again',
    file: 'server/sync/push.ts',
    text: 'if (mid <= last)',
    becomes: 'if (mid < last)',
    breaks: 'an op counts once, however often it is sent',
    tests: ['server/sync/push'],
  },
  {
    name: 'a hole in the numbers is passed over',
    file: 'server/sync/push.ts',
    text: 'if (mid > last + 1)',
    becomes: 'if (mid > last + 1 && known === undefined)',
    breaks: 'ops of one device are taken in their order, without a hole',
    tests: ['server/sync/push'],
  },
  {
    name: 'the verdict on an op is not the one that was stored',
    file: 'server/sync/push.ts',
    text: 'results.push(stored.outcome)',
    becomes: "results.push({ mid, o: 'ok' })",
    breaks: 'an op that is sent again gets the same answer',
    tests: ['server/sync/push'],
  },
  {
    name: "a number of another person's device is believed",
    file: 'server/sync/push.ts',
    text: 'known && known.userId !== userId',
    becomes: 'false',
    breaks: "no op of one person is taken as another's",
    tests: ['server/sync/push'],
  },
  {
    name: 'nobody is told that there is news',
    file: 'server/sync/push.ts',
    text: 'for (const scope of news) touched.add(scope)',
    becomes: 'void news',
    breaks: 'whoever listens is told once there is something to pull',
    tests: ['server/sync/events'],
  },
  {
    name: 'the scope is not asked about on writing',
    file: 'server/sync/check-op.ts',
    text: '!mayWrite(access, change.s, change.k)',
    becomes: 'false',
    breaks: 'nobody writes where they may not',
    tests: ['server/sync/refusals', 'server/sync/access-table'],
  },
  {
    name: 'the author is not asked about',
    file: 'server/sync/check-op.ts',
    text: 'op.by !== access.userId',
    becomes: 'false',
    breaks: "no op of one person is taken as another's",
    tests: ['server/sync/refusals'],
  },
  {
    name: 'what was taken away comes back by an edit of it',
    file: 'server/sync/check-record.ts',
    text: 'current?.del && !(deletedGroup in change.set)',
    becomes: 'false',
    breaks: 'nothing is resurrected, and nothing is merged into what nobody sees',
    tests: ['server/sync/refusals', 'server/sync/conflict'],
  },
  {
    name: 'a version that was never given is believed',
    file: 'server/sync/check-record.ts',
    text: '(version) => version > head',
    becomes: '(version) => version > head + 1000',
    breaks: 'what follows lost versions is sent anew on what there is',
    tests: ['server/sync/refusals', 'server/sync/push'],
  },
  {
    name: 'the scope is not asked about on reading',
    file: 'server/sync/pull.ts',
    text: 'filter((scope) => mayRead(access, scope))',
    becomes: 'filter(() => true)',
    breaks: 'what a person may not see never reaches their device',
    tests: ['server/sync/pull', 'server/sync/access-table'],
  },
  {
    name: 'what was taken away is not told',
    file: 'server/sync/pull.ts',
    text: 'rows.map(lineOf).join',
    becomes: 'rows.filter((row) => !row.del).map(lineOf).join',
    breaks: 'devices of equal grants hold equal rows',
    tests: ['server/sync/pull', 'flow/two-devices'],
  },
  {
    name: 'a page begins one version too late',
    file: 'server/database/sqlite-sync.ts',
    text: 'AND ver > @version AND ver <= coalesce(',
    becomes: 'AND ver > @version + (@version > 4) AND ver <= coalesce(',
    breaks: 'no version is skipped',
    tests: ['server/sync/pull', 'flow/two-devices'],
  },
  {
    name: 'a page parts the rows of one version',
    file: 'server/database/sqlite-sync.ts',
    text: 'rowsAfter.all({ scope, version, skip: limit - 1 }).map(toRow)',
    becomes: 'rowsAfter.all({ scope, version, skip: limit - 1 }).slice(0, limit).map(toRow)',
    breaks: 'nobody sees half an op',
    tests: ['server/sync/pull'],
  },
  {
    name: 'an answer that was cut short is taken as whole',
    file: 'sync/plan.ts',
    text: 'rows = rows.filter((row) => row.ver !== last?.ver)',
    becomes: 'void last',
    breaks: 'nobody sees half an op',
    tests: ['sync/plan', 'flow/faults'],
  },
  {
    name: 'a push has holes',
    file: 'sync/plan.ts',
    text: 'op.mid !== last.mid + 1',
    becomes: 'op.mid < last.mid',
    breaks: 'ops are sent in order, without a hole in their numbers',
    tests: ['sync/plan'],
  },
  {
    name: 'what was taken from a person stays',
    file: 'sync/cycle.ts',
    text: 'head.revoked.filter((scope) => !mayRead(access, scope))',
    becomes: '[]',
    breaks: 'after a revoke nothing remains',
    tests: ['flow/faults', 'sync/loop'],
  },
  {
    name: 'a revoke leaves what this build could not read',
    file: 'store/wipe.ts',
    text: "await database.unknown.where('s').anyOf(scopes).delete()",
    becomes: '',
    breaks: 'after a revoke nothing remains',
    tests: ['store/wipe'],
  },
  {
    name: 'the cursor goes on without its rows',
    file: 'store/apply.ts',
    text: '{ scope, rows, from, to, isAnew }: Step): Promise<boolean> {',
    becomes: `{ scope, rows, from, to, isAnew }: Step): Promise<boolean> {
  const known = await store.database.cursors.get(scope)
  if (known?.ver !== from) return false
  await store.database.cursors.put({ ...known, ver: to })
  from = to`,
    breaks: 'rows and the cursor they bring the device to are kept together, or neither is',
    tests: ['store/apply'],
  },
  {
    name: 'what was refused is not kept',
    file: 'store/answers.ts',
    text: 'if (!isAgain) await',
    becomes: 'if (isAgain) await',
    breaks: 'every op is accepted, the loser of a conflict that is seen, or parked',
    tests: ['store/parked', 'sync/loop'],
  },
  {
    name: 'own writes leave the overlay before their rows have come',
    file: 'store/answers.ts',
    text: 'vers: result.vers ?? {},',
    becomes: 'vers: {},',
    breaks: "a person's own write never flickers away",
    tests: ['store/mutate', 'store/apply', 'sync/loop'],
  },
  {
    name: 'a page begins with what the device has',
    file: 'server/database/sqlite-sync.ts',
    text: 'scope = @scope AND ver > @version AND ver <= coalesce(',
    becomes: 'scope = @scope AND ver >= @version AND ver <= coalesce(',
    breaks: 'rows come once, in the order of their versions',
    tests: ['server/sync/pull', 'flow/two-devices'],
  },
  {
    name: 'a push is not one transaction',
    file: 'server/database/sqlite.ts',
    text: 'between(connection, transaction, () => work(statements))',
    becomes: 'work(statements)',
    breaks: 'an op is on the server as a whole, or not at all',
    tests: ['flow/crash-points'],
  },
  {
    name: 'a revoke leaves files',
    file: 'store/wipe.ts',
    text: 'await wipeParts(database, scopes)',
    becomes: '',
    breaks: 'after a revoke nothing remains',
    tests: ['flow/files'],
  },
]
