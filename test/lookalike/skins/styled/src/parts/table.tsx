import styled from 'styled-components';
import { theme } from '../theme.ts';
import { Avatar, Badge } from './controls.tsx';

export const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  th {
    padding: 8px 12px;
    border-bottom: 1px solid ${theme.line};
    font-size: 12px;
    font-weight: 500;
    text-align: left;
    color: ${theme.muted};
    white-space: nowrap;
  }
  td {
    height: 60px;
    padding: 8px 12px;
    border-bottom: 1px solid ${theme.line};
    vertical-align: middle;
  }
  tbody tr:hover {
    background: #fafbfb;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0;
    vertical-align: middle;
    accent-color: ${theme.accent};
  }
`;

export const Narrow = styled.td`
  width: 1%;
  text-align: right;
  white-space: nowrap;
`;

const PersonBox = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
  min-width: 0;
`;

const Lines = styled.div`
  min-width: 0;
  max-width: 300px;
`;

const NameLine = styled.div`
  display: flex;
  align-items: center;
  gap: 6px;
  min-width: 0;
`;

const Name = styled.span`
  overflow: hidden;
  font-weight: 500;
  text-overflow: ellipsis;
  white-space: nowrap;
  a {
    color: inherit;
  }
`;

const Email = styled.div`
  overflow: hidden;
  font-size: 13px;
  color: ${theme.muted};
  text-overflow: ellipsis;
  white-space: nowrap;
`;

const Quiet = styled.span`
  color: ${theme.muted};
`;

/** Picture, name, address and tags of somebody; long texts are cut by the browser and stand in `title`. */
export function Person({
  name,
  email,
  avatar,
  href,
  you,
  tags,
}: {
  name: string;
  email: string;
  avatar: string | null;
  href?: string;
  /** The "(you)" of the signed-in person's own row. */
  you?: string | undefined;
  tags: readonly string[];
}) {
  return (
    <PersonBox>
      <Avatar picture={avatar} name={name} />
      <Lines>
        <NameLine>
          <Name title={name}>{href === undefined ? name : <a href={href}>{name}</a>}</Name>
          {you !== undefined && <Quiet>{you}</Quiet>}
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </NameLine>
        {/* An invited person has no name yet: the address stands in its place, once. */}
        {name !== email && <Email title={email}>{email}</Email>}
      </Lines>
    </PersonBox>
  );
}
