package org.capsula.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.capsula.media.sound.Waveform;
import org.capsula.media.transcode.TrackFiles;

/** What is kept of a waveform: its data, and for a film without picture a poster drawn from it. */
final class WaveformFiles {
  private WaveformFiles() {}

  /**
   * @param waveform empty for a silent film, which has the file too
   * @param sounding whether there is a sound to be drawn where the film has no poster
   */
  static void write(Waveform waveform, Path directory, boolean sounding) throws LibavException {
    Path file = directory.resolve(TrackFiles.WAVEFORM);
    try {
      Files.writeString(file, waveform.toJson());
    } catch (IOException e) {
      throw DiskFailure.of(file, e);
    }
    // The picture has left no poster where nothing of it could be decoded.
    Path poster = directory.resolve(TrackFiles.POSTER);
    if (sounding && !Files.exists(poster)) {
      WaveformPicture.write(waveform.data(), poster);
    }
  }
}
