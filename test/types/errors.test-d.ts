import { expectTypeOf, test } from "vitest";
import {
  type ApiError,
  type AuthenticationError,
  DocketError,
  type FieldProblem,
  InputError,
  type JobFailedError,
  type RateLimitError,
  type SubmitUncertainError,
  type TimeoutError,
  type ValidationError,
} from "../../src/index.ts";
import type { WebhookError } from "../../src/webhook.ts";

declare const caught: unknown;
declare const known: AuthenticationError | RateLimitError | ValidationError | JobFailedError | TimeoutError;

test("a caught error is nothing until it is looked at", () => {
  // @ts-expect-error `unknown` has no members
  caught.requestId;
  if (caught instanceof DocketError) {
    expectTypeOf(caught.requestId).toEqualTypeOf<string | undefined>();
    expectTypeOf(caught.endpointId).toEqualTypeOf<string | undefined>();
    expectTypeOf(caught.gateway).toEqualTypeOf<string | undefined>();
    expectTypeOf(caught.status).toEqualTypeOf<number | undefined>();
    expectTypeOf(caught.body).toBeUnknown();
    expectTypeOf(caught.cause).toBeUnknown();
    expectTypeOf(caught.fields).toEqualTypeOf<readonly FieldProblem[] | undefined>();
    expectTypeOf(caught.seen).toEqualTypeOf<{ readonly [status: string]: number } | undefined>();
  }
});

test("the family: refusals are ApiErrors, and all are DocketErrors", () => {
  expectTypeOf<AuthenticationError>().toExtend<ApiError>();
  expectTypeOf<RateLimitError>().toExtend<ApiError>();
  expectTypeOf<ValidationError>().toExtend<ApiError>();
  expectTypeOf<ApiError>().toExtend<DocketError>();
  expectTypeOf<SubmitUncertainError>().toExtend<DocketError>();
  expectTypeOf<WebhookError>().toExtend<DocketError>();
  expectTypeOf<DocketError>().toExtend<Error>();
});

test("the name tells them apart", () => {
  switch (known.name) {
    case "ValidationError":
      expectTypeOf(known).toEqualTypeOf<ValidationError>();
      break;
    case "JobFailedError":
      expectTypeOf(known).toEqualTypeOf<JobFailedError>();
      break;
    case "AuthenticationError":
    case "RateLimitError":
      expectTypeOf(known).toEqualTypeOf<AuthenticationError | RateLimitError>();
      break;
    // @ts-expect-error a name that none of them has
    case "InputErorr":
      break;
    default:
      expectTypeOf(known).toEqualTypeOf<TimeoutError>();
  }
});

test("what an error says cannot be changed", () => {
  const error = new InputError("no", { fields: [{ path: "prompt", message: "is missing" }] });
  expectTypeOf<InputError["name"]>().toEqualTypeOf<"InputError">();
  // @ts-expect-error the name is part of the type
  error.name = "AnotherError";
  // @ts-expect-error facts are read only
  error.requestId = "another";
  // @ts-expect-error and so is each objection
  (error.fields?.[0] ?? { path: "", message: "" }).path = "seed";
  // @ts-expect-error headers never get into an error
  new DocketError("no", { headers: {} });
});
