/** A small page of the family: one submit operation whose default and range stand in Chinese prose. */
export function samplePage(options: { readonly defaultSteps?: number; readonly path?: string } = {}): string {
  const { defaultSteps = 28, path = "/acme/draw" } = options;
  return `# Draw

## OpenAPI Specification

\`\`\`yaml
openapi: 3.0.1
info:
  title: ''
  version: 1.0.0
paths:
  ${path}:
    post:
      summary: Draw
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                prompt:
                  type: string
                steps:
                  type: integer
                  description: 推理步骤数。默认值:${defaultSteps}  .范围值:0-50
              required:
                - prompt
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                type: object
                properties: {}
              example:
                status: IN_QUEUE
                request_id: 3892f1e8-5fb1-469f-87b0-696d6054c9f2
                response_url: https://queue.fal.run/acme/requests/3892f1e8-5fb1-469f-87b0-696d6054c9f2
                queue_position: 0
servers:
  - url: https://api.acme.example
\`\`\`
`;
}
