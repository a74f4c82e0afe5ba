/** An error as a client of the AWS SDK throws it: told by its name, with the status of the answer. */
export function serviceError(name: string, httpStatusCode?: number): Error {
  const error = Object.assign(new Error(name), { $metadata: { httpStatusCode } });
  error.name = name;
  return error;
}
