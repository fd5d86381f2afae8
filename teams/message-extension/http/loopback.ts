/** Whether an address is this machine's own. */
export const isLoopbackAddress = (address: string): boolean => /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address);
