import { Type } from 'typebox';

export const TagGroupParams = Type.Object({
  tagGroupId: Type.String({ maxLength: 100, description: 'The tag group.' }),
});
export const TagParams = Type.Object({ tagId: Type.String({ maxLength: 100, description: 'The tag.' }) });

const Title = Type.String({ minLength: 1, maxLength: 200, description: 'Name of the group; unique in the workspace.' });
const Description = Type.String({ maxLength: 2_000, description: 'What the group asks about an exchange.' });
const Prompt = Type.String({ maxLength: 10_000, description: 'How the tag is chosen, in words.' });
const Multiselect = Type.Boolean({ description: 'Whether an exchange can have several tags of the group.' });
const IsOutput = Type.Boolean({ description: 'Whether the tags are given back with the answer.' });

export const TagGroupInput = Type.Object(
  {
    title: Title,
    description: Type.Optional(Description),
    prompt: Type.Optional(Prompt),
    multiselect: Type.Optional(Multiselect),
    isOutputTagGroup: Type.Optional(IsOutput),
  },
  { description: 'A tag group of your own.' },
);

export const TagGroupChange = Type.Partial(TagGroupInput, {
  description: 'What to change; fields that are left out stay.',
});

export const TagGroup = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The tag group.' }),
    title: Title,
    description: Description,
    prompt: Prompt,
    multiselect: Multiselect,
    isOutputTagGroup: IsOutput,
    isMandatory: Type.Boolean({ description: 'Set on every exchange, and it can not change.' }),
    isDefault: Type.Boolean({ description: 'Came with the workspace, and it can not change.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { additionalProperties: false, description: 'A question about every exchange, answered by tags.' },
);

export const TagGroupList = Type.Array(TagGroup, { description: 'Newest first.' });

const TagName = Type.String({ minLength: 1, maxLength: 200, description: 'Name of the tag; unique in its group.' });
const TagDescription = Type.String({
  maxLength: 2_000,
  description: 'When the tag applies: words and examples count.',
});

export const TagInput = Type.Object(
  { tagName: TagName, tagDescription: Type.Optional(TagDescription) },
  { description: 'A tag.' },
);

export const TagChange = Type.Partial(TagInput, { description: 'What to change; fields that are left out stay.' });

export const Tag = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The tag.' }),
    tagGroupId: Type.String({ format: 'uuid', description: 'The group it belongs to.' }),
    tagName: TagName,
    tagDescription: TagDescription,
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { additionalProperties: false, description: 'A possible answer of a tag group.' },
);

export const TagList = Type.Array(Tag, { description: 'Newest first.' });

export const TagsQuery = Type.Object({
  tagGroupIds: Type.Optional(
    Type.Array(Type.String(), { description: 'Repeat it for several groups. Without it: the tags of all groups.' }),
  ),
});

export const Removed = Type.Object(
  { success: Type.Boolean({ description: 'True.' }) },
  { additionalProperties: false, description: 'It is gone.' },
);
