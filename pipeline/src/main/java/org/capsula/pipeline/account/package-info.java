/** Who may do what: accounts, and how they prove who they are. */
@NullMarked
package org.capsula.pipeline.account;

import org.jspecify.annotations.NullMarked;
