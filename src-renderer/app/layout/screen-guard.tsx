import { Component, type ReactNode } from 'react';
import { Problem } from '../../components/problem';

/** A defect in one screen leaves the rest of the window at work. */
export class ScreenGuard extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <div style={{ padding: 20 }}>
        <Problem error={this.state.error} retry={() => this.setState({ error: undefined })} />
      </div>
    );
  }
}
