package org.capsula.server.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The capsules of one collection on one page of the catalogue.
 *
 * @param collection its title; null for capsules of none
 */
public record Shelf(@Nullable Text collection, List<CapsuleCard> capsules) {}
