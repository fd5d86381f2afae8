/** What SharePoint said when it refused something. */
export const refusal = async (promise: Promise<unknown>): Promise<{ status: number; code: string; message: string }> => {
  const error = await promise.then(
    () => undefined,
    (thrown: { status: number; message: string }) => thrown
  );
  if (!error) throw new Error('It was not refused.');
  const body = JSON.parse(error.message.slice(error.message.indexOf('::>') + 3)) as {
    'odata.error': { code: string; message: { value: string } };
  };
  return { status: error.status, code: body['odata.error'].code, message: body['odata.error'].message.value };
};
