export * from './people';
export * from './queues';
export * from './summary';
export * from './unread';
export * from './actor';
export * from './counts';
export * from './tell';
export * from './mentions';
