import { useUi } from '../../ui/context.ts';

interface MapSideProps {
  /** What the map is of. */
  title: string;
  /** "south,west,north,east" that it begins with; '' for all entries of the page. */
  bounds?: string;
  /** The list follows its window. */
  follow?: boolean;
}

/**
 * A map of what the page lists: of every element with `data-at`, by `data-pin` and `data-name`. The list says all that the map
 * says, so without script there is none.
 */
export function MapSide({ title, bounds = '', follow }: MapSideProps) {
  const { words, lang, mapTiles } = useUi();
  const w = words.map;
  return (
    <aside id="map" class="mapside stack" aria-labelledby="map-title" data-side hidden>
      <h2 class="sr" id="map-title">
        {title}
      </h2>
      <a class="skip" href="#after-map">
        {w.skip}
      </a>
      <div
        class="map"
        role="application"
        aria-label={title}
        aria-describedby="map-keys"
        data-map
        data-lang={lang}
        data-in={w.zoomIn}
        data-out={w.zoomOut}
        data-bounds={bounds || undefined}
        data-tiles={mapTiles?.url}
        data-credit={mapTiles?.credit}
        {...(follow && {
          'data-follow': '',
          'hx-select': '#found',
          'hx-select-oob': '#window,#language',
          'hx-target': '#found',
          'hx-swap': 'outerHTML',
          'hx-replace-url': 'true',
          'hx-sync': 'replace',
        })}
      />
      <p class="sr" id="map-keys">
        {w.keys}
      </p>
      {follow && <Following />}
      {!mapTiles && <p class="xs dim">{w.source}</p>}
      <span id="after-map" tabIndex={-1} />
    </aside>
  );
}

function Following() {
  const w = useUi().words.map;
  return (
    <>
      <div class="line s">
        <div class="pick">
          <input type="checkbox" id="map-always" data-always checked autocomplete="off" />
          <label for="map-always">{w.follow}</label>
        </div>
        <button type="button" class="btn" data-here hidden>
          {w.searchHere}
        </button>
      </div>
      <p class="s dim" data-off={w.off} hidden />
      <p class="sr" role="status" data-said />
    </>
  );
}
