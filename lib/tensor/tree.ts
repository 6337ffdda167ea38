/** Nested arrays and records of leaves: what functions given to compile() may return. */
export type Tree<T> = T | readonly Tree<T>[] | { readonly [key: string]: Tree<T> };

/** The leaves of a tree, and its structure. */
export interface Flat<T> {
  readonly leaves: T[];
  /** Builds the same structure around other leaves. */
  readonly rebuild: <U>(leaves: readonly U[]) => Tree<U>;
}

/** Leaves in order, records by insertion order, and the way back. */
export function flatten<T>(tree: Tree<T>, isLeaf: (value: unknown) => value is T): Flat<T> {
  const leaves: T[] = [];
  type Build = <U>(leaves: readonly U[]) => Tree<U>;
  const visit = (value: Tree<T>): Build => {
    if (isLeaf(value)) {
      const at = leaves.push(value) - 1;
      return <U>(l: readonly U[]) => l[at] as Tree<U>;
    }
    if (Array.isArray(value)) {
      const parts = value.map((v) => visit(v as Tree<T>));
      return <U>(l: readonly U[]) => parts.map((p) => p(l)) as Tree<U>;
    }
    const parts = Object.entries(value as Record<string, Tree<T>>).map(([k, v]) => [k, visit(v)] as const);
    return <U>(l: readonly U[]) => Object.fromEntries(parts.map(([k, p]) => [k, p(l)])) as Tree<U>;
  };
  const rebuild = visit(tree);
  return { leaves, rebuild };
}
