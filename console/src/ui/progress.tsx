/** How far something is; said in words beside it, for a bar alone tells a screen reader little. */
export const Progress = ({ label, value, max, text }: { label: string; value: number; max: number; text: string }) => (
  <div className="progress">
    <progress aria-label={label} value={value} max={max} />
    <small role="status">{text}</small>
  </div>
);
