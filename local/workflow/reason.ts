/** Why a task failed or an execution was stopped, as whoever sends it says. */
export interface Reason {
  readonly error?: string;
  readonly cause?: string;
}

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html */
const longest = { error: 256, cause: 32_768 };

/** @throws TypeError for what SendTaskFailure and StopExecution refuse as well. */
export function checkedReason(reason: Reason): Reason {
  for (const part of ['error', 'cause'] as const) {
    if ((reason[part]?.length ?? 0) > longest[part])
      throw new TypeError(`${part} has more than ${longest[part]} characters`);
  }
  return reason;
}
