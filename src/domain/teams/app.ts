/** Id of the Teams app with the tabs, as its manifest has it. */
export const tabsAppId = '5d2c9a71-6f0e-4b38-9a57-3e8c41d7b0f2';
