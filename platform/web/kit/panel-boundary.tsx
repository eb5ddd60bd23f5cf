import { Component, type ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';

interface Props {
  readonly children: ReactNode;
  /** Instead of the small error panel. */
  readonly fallback?: (error: Error, again: () => void) => ReactNode;
}

/** A panel that fails by itself; React offers error boundaries as classes only. */
export class PanelBoundary extends Component<Props, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const again = () => this.setState({ error: undefined });
    return this.props.fallback?.(error, again) ?? <ErrorState small error={error} onRetry={again} />;
  }
}
