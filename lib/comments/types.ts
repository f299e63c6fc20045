export type CommentKind = 'note' | 'query';
export type CommentDTO = {
  readonly id: string;
  readonly version: number;
  readonly threadId: string | null;
  readonly kind: CommentKind;
  readonly body: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly resolved: { readonly by: string; readonly at: string } | null;
  readonly withdrawn: boolean;
  readonly onVerdict: boolean;
};
