package org.capsula.pipeline.backup;

import java.util.List;

/**
 * What came of a backup.
 *
 * @param files in it, the database among them
 * @param bytes of them
 * @param copied files that no older backup held
 * @param lost a sentence about each that the library itself has lost: the backup lacks them
 */
public record Made(long files, long bytes, long copied, List<String> lost) {}
