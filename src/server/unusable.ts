/** Uptally cannot run like this; the message is one sentence for the operator. */
export class Unusable extends Error {}
