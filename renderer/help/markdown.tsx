/** Markdown as elements: only what is listed here is painted, so that no text can bring in markup of its own. */
import { lexer, type Token, type Tokens } from 'marked';
import type { ReactNode } from 'react';
import { routeHash } from '../route.ts';

export function Markdown({ text }: { readonly text: string }) {
  return <>{paintAll(lexer(text))}</>;
}

function paintAll(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => <Painted key={index} token={token} />);
}

function Painted({ token }: { readonly token: Token }): ReactNode {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const inner = paintAll(tokens);
      return depth === 1 ? <h2>{inner}</h2> : depth === 2 ? <h3>{inner}</h3> : <h4>{inner}</h4>;
    }
    case 'paragraph':
      return <p>{paintAll((token as Tokens.Paragraph).tokens)}</p>;
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const List = ordered ? 'ol' : 'ul';
      return (
        <List>
          {items.map((item, index) => (
            <li key={index}>{paintAll(item.tokens)}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table table={token as Tokens.Table} />;
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'strong':
      return <strong>{paintAll((token as Tokens.Strong).tokens)}</strong>;
    case 'em':
      return <em>{paintAll((token as Tokens.Em).tokens)}</em>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      // The texts only lead to each other.
      return <a href={routeHash({ issue: null, screen: 'help', item: href })}>{paintAll(tokens)}</a>;
    }
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens === undefined ? unescaped(text) : paintAll(tokens);
    }
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'br':
      return <br />;
    default:
      return null;
  }
}

function Table({ table }: { readonly table: Tokens.Table }) {
  return (
    <div className="help-table">
      <table>
        <thead>
          <tr>
            {table.header.map((cell, index) => (
              <th key={index} scope="col">
                {paintAll(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place}>{paintAll(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => entities[found] ?? found);
}
