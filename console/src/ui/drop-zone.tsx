import { type DragEvent, useId, useState } from 'react';

interface Props {
  label: string;
  /** What stands beside the button, such as `or drop them here`. */
  or: string;
  hint: string;
  onFiles: (files: File[]) => void;
}

/** Takes files by keyboard, by mouse, and dropped. */
export function DropZone({ label, or, hint, onFiles }: Props) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // Dropping is another way to what the input does.
    <div
      className={`drop ${isOver ? 'over' : ''}`}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p className="line">
        <span className="file-button">
          <input
            id={id}
            type="file"
            multiple
            aria-describedby={`${id}-hint`}
            onChange={(event) => take(event.target.files)}
          />
          <label className="button" htmlFor={id}>
            {label}
          </label>
        </span>
        <span>{or}</span>
      </p>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
