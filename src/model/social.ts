/** Where a publication also speaks, with the address of an account there. Never an address of somebody's own making. */
export const socialNetworks = {
  x: 'https://x.com/',
  facebook: 'https://www.facebook.com/',
  instagram: 'https://www.instagram.com/',
  youtube: 'https://www.youtube.com/@',
  telegram: 'https://t.me/',
  whatsapp: 'https://www.whatsapp.com/channel/',
  tiktok: 'https://www.tiktok.com/@',
  snapchat: 'https://www.snapchat.com/add/',
  linkedin: 'https://www.linkedin.com/company/',
} as const;
export type SocialNetwork = keyof typeof socialNetworks;
export const socialNames = Object.keys(socialNetworks) as SocialNetwork[];

/** Of accounts: Latin letters, digits, dots, hyphens, underscores. */
export const handlePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export const socialAddress = (network: SocialNetwork, handle: string) => socialNetworks[network] + handle;
