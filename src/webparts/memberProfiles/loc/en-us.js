define([], () => ({ Title: 'Members' }));
