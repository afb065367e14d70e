/** A call that can't be answered: becomes `{"error": code, "message": sentence}` with this status. */
export class ContractError extends Error {
  override name = 'ContractError';
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** 404: nobody, or nothing, has this identifier. */
export const notFound = (code: string, message: string): ContractError => new ContractError(404, code, message);

/** 400: a parameter is missing or can't be right. */
export const badRequest = (code: string, message: string): ContractError => new ContractError(400, code, message);
