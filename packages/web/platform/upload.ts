import type { Operation, OperationInput, OperationOutput } from '@opora/domain/basics/contract.ts';
import { addressOf, refusalOf, type ServerRefusal } from './call.ts';

/**
 * Sends files to an upload of a contract; `body` of the input goes as text fields. Throws `ServerRefusal` when the server refuses and
 * `TypeError` when the line breaks, as `call` does. `onSent` gets the share sent, 0 to 1.
 */
export function upload<O extends Operation>(
  operation: O,
  input: OperationInput<O>,
  files: readonly File[],
  onSent: (share: number) => void,
): Promise<OperationOutput<O>> {
  // The three parts are what the operation's schemas declare; the text fields are only written out.
  const { body } = input as { readonly body?: Readonly<Record<string, unknown>> };
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) form.append(name, String(value));
  for (const file of files) form.append('file', file);
  return new Promise((resolve, reject) => {
    // fetch does not tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open(operation.method, addressOf(operation, input));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total);
    };
    request.onerror = () => reject(new TypeError('the line broke'));
    request.onload = () => {
      try {
        const answer: unknown = JSON.parse(request.responseText);
        // Every answer above 299 is a problem document of our server.
        if (request.status >= 300) throw refusalOf(request.status, answer as Problem);
        // The schema of this very operation gives the type that the caller is promised.
        resolve(operation.output.parse(answer) as OperationOutput<O>);
      } catch (error) {
        reject(error instanceof Error ? error : new TypeError('the answer is not readable'));
      }
    };
    request.send(form);
  });
}

type Problem = ConstructorParameters<typeof ServerRefusal>[1];
