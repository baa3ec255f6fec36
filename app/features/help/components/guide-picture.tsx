type GuidePictureProps = { address: string; width: number; height: number; alt: string; caption: string }

/** A picture of the screen with what to see in it. */
export function GuidePicture({ address, width, height, alt, caption }: GuidePictureProps) {
  return (
    <figure className="r-shot">
      <img src={address} width={width} height={height} alt={alt} loading="lazy" decoding="async" />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
