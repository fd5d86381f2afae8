/** A feed that cannot be used as a whole. Its message is for the person who runs the import. */
export class FeedError extends Error {}
