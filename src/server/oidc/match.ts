// Which account somebody from the identity provider is: by who they are there, and the first time by their address.
import { noteAct } from '../audit/acts.ts'
import type { ServerContext } from '../context.ts'
import type { Statements, User } from '../database/port.ts'
import type { Claimed } from './provider.ts'

/** Why nobody was signed in; the page has a sentence for each. */
export type Refusal =
  | 'unknown'
  | 'unverified'
  | 'disabled'
  | 'taken'
  | 'other_person'
  | 'expired'
  | 'unreachable'
  | 'declined'
  | 'failed'
  | 'too_often'

export type Match = { readonly user: User } | { readonly refusal: Refusal }

export type Claim = Pick<Claimed, 'issuer' | 'subject'> & {
  /** undefined for somebody who is known by their subject, and where the provider has none. */
  readonly email: { readonly address: string; readonly isVerified: boolean } | undefined
}

/**
 * The account, from now on bound to this identity. An account that is bound already is never given to another subject: an
 * address that a provider hands on to a newcomer must not open what was its former holder's.
 */
export async function matchAccount(context: ServerContext, statements: Statements, claim: Claim): Promise<Match> {
  const { issuer, subject, email } = claim
  const known = await statements.identity(issuer, subject)
  const user = known ? await statements.user(known.userId) : await invited(statements, email)
  if (!user) return { refusal: email && !email.isVerified ? 'unverified' : 'unknown' }
  if (user.isDisabled) return refuse(context, statements, user, 'disabled')
  if (known) return { user }
  const bound = await statements.identitiesOf(user.id)
  if (bound.some((identity) => identity.issuer === issuer)) return refuse(context, statements, user, 'taken')
  await statements.addIdentity({ issuer, subject, userId: user.id, createdAt: context.now() })
  await statements.endInvitations(user.id)
  await noteAct(statements, context, { name: 'account.identity', person: user.id, account: user.id })
  return { user }
}

const invited = async (statements: Statements, email: Claim['email']) =>
  email?.isVerified ? statements.userByEmail(email.address) : undefined

async function refuse(context: ServerContext, statements: Statements, { id }: User, refusal: Refusal): Promise<Match> {
  await noteAct(statements, context, { name: 'session.refused', person: null, account: id, outcome: 'rejected' })
  return { refusal }
}
