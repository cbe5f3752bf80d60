/** Zoom: smaller, larger, and the usual sizes to choose from. */
import { DropdownMenu } from 'radix-ui';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { stepZoom, type Zoom } from './sheets.ts';
import { words } from './words.ts';

const choices: readonly { readonly zoom: Zoom; readonly name: string; readonly key?: string }[] = [
  { zoom: 'width', name: words.fits.width, key: words.fitKeys.width },
  { zoom: 'page', name: words.fits.page, key: words.fitKeys.page },
  { zoom: 100, name: words.actual, key: words.fitKeys.actual },
  ...[50, 75, 125, 150, 200, 300].map((zoom) => ({ zoom, name: words.zoom(zoom) })),
];

export interface ZoomMenuProps {
  readonly zoom: Zoom;
  readonly percent: number;
  readonly onZoom: (zoom: Zoom) => void;
}

export function ZoomMenu({ zoom, percent, onZoom }: ZoomMenuProps) {
  return (
    <Toolbar label={words.zoomLabel(percent)}>
      <Button kind="quiet" label={words.zoomOut} disabled={percent <= 25} onClick={() => onZoom(stepZoom(percent, -1))}>
        <Icon name="minus" />
      </Button>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="button button-quiet bar-menu zoom" aria-label={words.zoomLabel(percent)}>
          {words.zoom(percent)}
          <Icon name="unfold" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
            <DropdownMenu.RadioGroup
              value={String(zoom)}
              onValueChange={(value) => onZoom(value === 'width' || value === 'page' ? value : Number(value))}
            >
              {choices.map(({ zoom: choice, name, key }, index) => (
                <div key={name}>
                  {index === 3 && <DropdownMenu.Separator className="menu-line" />}
                  <DropdownMenu.RadioItem className="menu-item" value={String(choice)}>
                    {name}
                    {key !== undefined && <kbd>{key}</kbd>}
                  </DropdownMenu.RadioItem>
                </div>
              ))}
            </DropdownMenu.RadioGroup>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <Button kind="quiet" label={words.zoomIn} disabled={percent >= 400} onClick={() => onZoom(stepZoom(percent, 1))}>
        <Icon name="plus" />
      </Button>
    </Toolbar>
  );
}
