/** The logo: a cinema sign with lit bulbs. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path class="logo-post" d="M10.500 22v7M21.500 22v7" />
      <rect class="logo-frame" x="2" y="8" width="28" height="15" rx="3.500" />
      <rect class="logo-board" x="5" y="11" width="22" height="9" rx="1.500" />
      <path class="logo-lines" d="M8.500 14h15M11.500 17.200h9" />
      <path class="logo-bulbs" d="M5 4.600h.01M10.500 4.600h.01M16 4.600h.01M21.500 4.600h.01M27 4.600h.01" />
    </svg>
  );
}
