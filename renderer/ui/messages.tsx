/** A list of messages about the user's material, each with its weight and, where known, a way to its page. */
import type { Message } from '../../shared/result.ts';
import { text } from '../text.ts';

export function MessageList({ messages, onPage }: { readonly messages: readonly Message[]; readonly onPage?: (page: number) => void }) {
  return (
    <ul className="messages">
      {messages.map((message, index) => {
        const page = message.at?.page;
        return (
          <li key={`${message.code}-${index}`} className={`message message-${message.severity}`}>
            <span className="message-severity">{text.issue.severities[message.severity]}</span>
            <span className="message-text">
              {message.at?.file !== undefined && !message.text.includes(message.at.file) && (
                <span className="message-file">{message.at.file.split('/').at(-1)}</span>
              )}
              {message.text}
            </span>
            {page !== undefined && onPage !== undefined && (
              <button type="button" className="link" onClick={() => onPage(page)}>
                {text.issue.goto(page)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
