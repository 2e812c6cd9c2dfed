import createClient from "openapi-fetch";

const client = createClient<{
  "/x": { get: { responses: { 200: { content: { "application/json": { title: string } } } } } };
}>();
const { data } = await client.GET("/x");
export const title: string | undefined = data?.title ?? "";
