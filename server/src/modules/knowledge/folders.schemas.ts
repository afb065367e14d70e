import { Type } from 'typebox';
import { ParentFolderId } from './articles.schemas.ts';

export const FolderParams = Type.Object({ folderId: Type.String({ maxLength: 100, description: 'The folder.' }) });

const Title = Type.String({ maxLength: 300, description: 'Name of the folder.' });
const Description = Type.String({
  maxLength: 5_000,
  description: 'What belongs into it; new articles are filed by it.',
});

export const CreateFolder = Type.Object(
  { title: Title, description: Description, parentFolderId: ParentFolderId },
  { description: 'A new folder.' },
);

export const UpdateFolder = Type.Object(
  { title: Type.Optional(Title), description: Type.Optional(Description) },
  { description: 'What to change; fields that are left out stay.' },
);

export const Folder = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The folder.' }),
    title: Title,
    description: Description,
    parentFolderId: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], {
      description: 'The folder above it; null: it stands at the top.',
    }),
    botIds: Type.Array(Type.String({ format: 'uuid' }), { description: 'The bots it is assigned to itself.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { additionalProperties: false, description: 'A folder of the article tree.' },
);

export const FolderTree = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The tree; a workspace has one.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When the workspace was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When a folder or an article last changed.' }),
    snapshotObjV2: Type.Array(Type.Record(Type.String(), Type.Unknown()), {
      description:
        'Nested nodes: folders `{id, type: "folder", title, description, parentFolderId, botIds, children}` and live articles `{id, type: "article", title, parentFolderId, active, public, version}`.',
    }),
  },
  { additionalProperties: false, description: 'The tree of folders and live articles as it is now.' },
);

export const FolderTreeQuery = Type.Object({
  botId: Type.Optional(
    Type.String({ description: 'Only the folders that this bot answers from, and what is below them.' }),
  ),
});

export const Junctions = Type.Object(
  {
    junctions: Type.Array(
      Type.Object(
        {
          folderId: Type.String({ description: 'The folder.' }),
          botId: Type.String({ description: 'The bot.' }),
          action: Type.Enum(['ADD', 'DELETE'], { description: 'Assign it, or take the assignment back.' }),
        },
        { description: 'One assignment.' },
      ),
      { minItems: 1, maxItems: 500, description: 'All of them or none take effect.' },
    ),
  },
  { description: 'Which folders answer for which bots.' },
);

export const JunctionsDone = Type.Object(
  { status: Type.Boolean({ description: 'True.' }) },
  { additionalProperties: false, description: 'It is done.' },
);
