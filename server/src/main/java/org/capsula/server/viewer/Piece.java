package org.capsula.server.viewer;

/** A part of a text that was found; marked are the words that were searched for. */
public record Piece(String words, boolean marked) {}
